import type { Said } from '../flow.ts'

const accuses =
  /\byou(?: guys| people| lot| all| thieves| crooks)?(?: have| just|['’]ve)? (?:stole|stolen|robbed|nicked|pinched|ripped (?:me|us) off|conned|cheated|scammed)\b|\b(?:are you|you(?:['’]re| are|r)?) (?:all |just )?(?:thieves|crooks|scammers|robbers)\b|你[们們]?(?:这是|這是|就是|是不是|在|把)?(?:偷|抢|搶|吞|黑|坑)了?(?:我|咱|俺|老子)[^，。！？]{0,3}(?:钱|錢|款)|你[们們](?:这帮|這幫|这群|都|就)?是?(?:骗子|騙子|小偷|强盗|強盜)/iu

/** "You stole my money", 你们是骗子: anger at us about money that is missing, and nobody else's trick. */
export function accusesUs({ text, understood }: Said): boolean {
  return accuses.test(text) && !understood.cues.includes('loss_happened')
}
