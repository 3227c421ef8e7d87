import type { FailureTexts } from './failures.en.ts'

/** The Chinese words; the codes are those of the English ones. */
export const failuresZhCn: FailureTexts = {
  config_invalid: '服务正在准备，暂时无法回答，请稍后再试。',
  provider_unavailable: '交易系统现在没有回应，我不想乱猜。请过几分钟再试。',
  provider_refused_us: '我现在进不了交易系统，问题在我们这边。请稍后再试，或者转人工。',
  provider_reply_unreadable: '交易系统的答复我读不懂，我不想乱猜。请转人工。',
  store_unavailable: '我现在没法保存任何内容，先停在这里。请过一分钟把刚才的话再发一次。',
  store_locked: '服务刚刚启动，请过一分钟把刚才的话再发一次。',
  state_conflict: '刚才有两件事撞在一起了，请把最后一句再发一次。',
  world_invalid: '服务正在准备，暂时无法回答，请稍后再试。',
  knowledge_invalid: '这个问题我现在查不到，请稍后再试。',
}

/** The same for somebody who waits for a person already. */
export const failuresWaitingZhCn: Partial<FailureTexts> = {
  provider_refused_us: '我现在进不了交易系统，问题在我们这边。请稍后再试，或者等同事来。',
  provider_reply_unreadable: '交易系统的答复我读不懂，我不想乱猜。同事来了会帮您看。',
}
