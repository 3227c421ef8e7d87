import type { Locale } from '../../domain/locale.ts'
import { html } from '../html.ts'
import { pageHeaders } from '../page-headers.ts'
import type { RawReply } from '../reply.ts'
import type { WebRequest } from '../request.ts'
import { pageLocale } from '../widget/words/words.ts'

/** Why somebody who came from the sign-in service is not let in. */
export type SignInProblem =
  | 'refused'
  | 'unreachable'
  | 'no_role'
  | 'disabled'
  | 'login_taken'
  | 'too_late'

type Words = Record<SignInProblem, string> & { title: string; back: string }

const words: Record<Locale, Words> = {
  en: {
    title: 'You are not signed in',
    back: 'Back to the console',
    refused: 'The sign-in service did not let you in. Try again.',
    unreachable: 'The sign-in service does not answer. Try again in a minute.',
    no_role: 'Your account has no role at this desk. Ask your administrator for one.',
    disabled: 'Your account here is disabled. Ask your administrator.',
    login_taken:
      'There is another account with your login here. Ask your administrator to rename it.',
    too_late: 'This sign-in took too long, or was begun in another browser. Try again.',
  },
  'zh-CN': {
    title: '未能登录',
    back: '返回工作台',
    refused: '登录服务没有放行，请重试。',
    unreachable: '登录服务暂时没有响应，请一分钟后重试。',
    no_role: '您的账号在本工作台没有角色，请联系管理员开通。',
    disabled: '您在本工作台的账号已停用，请联系管理员。',
    login_taken: '这里已有另一个同名账号，请联系管理员改名。',
    too_late: '登录超时，或是在另一个浏览器中开始的，请重试。',
  },
}

const statuses: Record<SignInProblem, number> = {
  refused: 403,
  unreachable: 503,
  no_role: 403,
  disabled: 403,
  login_taken: 409,
  too_late: 400,
}

/** A page that says so in the reader's language, with the way back. */
export function refusedPage(
  problem: SignInProblem,
  { headers }: Pick<WebRequest, 'headers'>,
): RawReply {
  const accepted = (headers['accept-language'] ?? '').split(',').map((part) => part.trim())
  const locale = pageLocale(accepted)
  const { title, back, [problem]: why } = words[locale]
  return {
    status: statuses[problem],
    type: 'text/html; charset=utf-8',
    headers: { ...pageHeaders, 'cache-control': 'no-store', 'content-language': locale },
    body: `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${html(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/docs.css"></head>
<body><main><h1>${html(title)}</h1><p>${html(why)}</p>
<p><a href="/console">${html(back)}</a></p></main></body></html>`,
  }
}
