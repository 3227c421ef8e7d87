import { type ContingencyPlan, planLimits } from '../../src/domain/contingency/plan.ts'

/** What was told before with what is told now: of people and ways there may be more, the rest is replaced. */
export function mergePlans(before: ContingencyPlan, now: ContingencyPlan): ContingencyPlan {
  const told = defined(now)
  const { people, ways, funds } = told
  return {
    ...before,
    ...told,
    people: people ? mergePeople(before.people ?? [], people) : before.people,
    ways: ways ? [...new Set([...(before.ways ?? []), ...ways])] : before.ways,
    funds: funds ? { ...before.funds, ...defined(funds) } : before.funds,
  }
}

function defined<T extends object>(object: T): Partial<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<T>
}

/** Somebody with a role that is on the list already takes its place. */
function mergePeople(before: readonly string[], now: readonly string[]): string[] {
  const isReplaced = (person: string) =>
    now.some((each) => roleOf(each) !== '' && roleOf(each) === roleOf(person))
  return [...before.filter((person) => !isReplaced(person)), ...now].slice(-planLimits.people)
}

const roles =
  /店长|老板娘?|财务|会计|出纳|(?:业务|客户)?经理|维修|工程师|收银|\b(?:account manager|manager|owner|accountant|book-?keeper|cashier|engineer|repairs?|technician|boss|supervisor)\b/iu

function roleOf(person: string): string {
  return roles.exec(person)?.[0].toLowerCase() ?? ''
}
