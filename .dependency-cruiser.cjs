/** The import rings of ARCHITECTURE.md as rules: a folder may import itself and what is named here. */
const ring = (folder, ...mayImport) => ({
  name: `${folder} imports only: ${mayImport.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { pathNot: [`^${folder}/`, ...mayImport.map((path) => `^${path}`)] },
})

module.exports = {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    ring('src/domain'),
    ring('src/ports', 'src/domain'),
    ring('src/actions', 'src/domain', 'src/ports', 'src/errors'),
    ring('dialogs', 'src/domain', 'src/actions', 'src/ports'),
    ring('knowledge', 'node_modules/zod'),
    ring(
      'src/connectors',
      'src/domain',
      'src/ports',
      'src/errors',
      'node_modules/',
      'node:',
      'fs',
      'http',
      'module',
      'path',
      'crypto',
      'url',
      'timers',
      'events',
      'worker_threads',
    ),
    ring('src/learning', 'src/errors', 'node_modules/', 'node:', 'fs', 'path', 'crypto', 'v8'),
    ring(
      'src/redis',
      'src/ports',
      'src/observability',
      'node_modules/',
      'crypto',
      'path',
      'timers',
    ),
    {
      name: 'only app.ts and mind.ts pick implementations',
      severity: 'error',
      from: {
        path: '^src/(?!app\\.ts|mind\\.ts|main\\.ts|chat\\.ts|db\\.ts|sandbox\\.ts)',
        pathNot: '^src/(connectors|channels|storage|nlu|retrieval|redis)/',
      },
      to: { path: '^src/(connectors|channels|storage|nlu|retrieval|redis)/' },
    },
    {
      name: 'only bot, channels and app.ts know Bot Framework',
      severity: 'error',
      from: { path: '^(src|dialogs|knowledge)/', pathNot: '^src/(bot/|channels/|app\\.ts)' },
      to: { path: '^node_modules/(botbuilder|botframework)' },
    },
    {
      name: 'natural only by its sub-paths: the root loads databases and reads .env',
      severity: 'error',
      from: {},
      to: { path: '^node_modules/natural/lib/natural/index\\.js' },
    },
  ],
  options: { tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
}
