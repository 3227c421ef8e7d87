import { describe, expect, it } from 'vitest'
import { assessFraud } from '../../../src/domain/fraud/assess-fraud.ts'
import { innocent } from './sentences.ts'

const situation = (text: string) => assessFraud(text).situation

describe('assessFraud', () => {
  it.each([
    '我把验证码告诉他了，客服说要核查',
    '客服让我转到安全账户，我已经转了三万',
    '他让我转到安全账户，我转了',
    '业务员让我刷299激活，刷了一直不到账',
    '我点了短信里的链接，填了卡号和密码',
    '我被骗了五万',
    '剛剛有人說是客服，我開了螢幕共享，卡裡五萬塊不見了',
    '卡被盗刷了',
    '我妈被骗子骗了两万块',
    '已经共享屏幕了，卡里的钱没了',
    '有人让我测试退款到卡上，我退了3000',
    '客服要验证码，我给了',
    '卡里的钱被人转走了',
    'I gave him the one-time code',
    'They told me to move my money to a safe account and I sent it',
    'I have been scammed',
    'My mum was tricked into paying',
    'I paid the activation fee and nothing came',
    'I installed AnyDesk and now the money is gone',
    'I clicked the link in the text and typed my password',
    'My account was drained',
    'The caller asked for a test refund and my cashier processed it',
    'someone stole my savings',
  ])('reads %j as a loss', (text) => {
    expect(situation(text)).toBe('loss')
  })

  it.each([
    'Police called and say I must transfer funds for their investigation',
    'A customer paid 3000 more and wants cash back',
    'He says he can get my scam money back',
    '客服让我转到安全账户，该怎么办',
    '对方要我提供验证码，还没给',
    '有人正在让我共享屏幕',
    '业务员让我刷299激活机器',
    '他一直催我把钱转到安全账户，我没转',
    '短信让我点链接重新认证',
    'The caller wants my PIN right now',
    'He told me to install AnyDesk',
    'Someone is asking me to move my money to a safe account',
    'They want me to run a test refund, I have not done it',
    'A man says my terminal will be blocked unless I scan a code',
    'I got a text with a link to verify my account',
  ])('reads %j as an attempt', (text) => {
    expect(situation(text)).toBe('in_progress')
  })

  it.each([
    '要不要把密码给你',
    '客服让我转到安全账户，是真的吗',
    '他让我共享屏幕，安全吗',
    '需要我提供验证码吗',
    '免费领POS机刷满返现，靠谱吗',
    '是不是二清机',
    '这是不是骗局',
    '对方是骗子吗',
    'Should I give you my PIN?',
    'Is a safe account real?',
    'They want a test refund, is that normal?',
    'He told me to install AnyDesk, can I trust him?',
    'Is this a scam?',
    'Do I have to pay an activation fee?',
  ])('reads %j as a question', (text) => {
    expect(situation(text)).toBe('question')
  })

  it.each(innocent)('reads %j as nothing of the kind', (text) => {
    expect(assessFraud(text)).toEqual({ signs: [], situation: 'none' })
  })

  it.each(['loss_happened', 'card_data_given'] as const)('believes the cue %s', (cue) => {
    expect(assessFraud('他让我做的', [cue]).situation).toBe('loss')
  })

  it('does not take a request for cash as a loss', () => {
    expect(situation('我刷了一万想套现，行吗')).toBe('question')
    expect(situation('I swiped 5,000 to cash out my credit card')).toBe('in_progress')
  })
})
