import type { Cause } from '../../src/domain/diagnosis/causes.ts'
import type { CauseWords, Line, VerdictFacts } from './facts.ts'

const by = (f: VerdictFacts, fallback: string) => (f.expected ? `by ${f.expected}` : fallback)
const filed =
  'The complaint is filed with its deadline; if that passes without a result, you can take it further.'
const from: Line = (f) => (f.overdue ? filed : later(f))
const later: Line = (f) =>
  f.ticketFrom
    ? `If it is not there on ${f.ticketFrom}, tell me and I will file a complaint to trace it.`
    : 'If it does not come by then, tell me and I will file a complaint to trace it.'
const wait: Line = (f) =>
  f.expected ? waitUntil(f) : 'Please watch the account; there is no need to charge again.'
const waitUntil: Line = (f) =>
  f.provisional
    ? 'Please wait; the date is worked out from today’s calendar and may move once next year’s holidays are published.'
    : 'Nothing to do: please wait until the time above.'
const overdue: Line = (f) =>
  `This money was due${f.wasDue ? ` by ${f.wasDue}` : ''} and is late; I have filed a complaint for you.`
const slightlyLate: Line = (f) =>
  `This money was due by ${f.wasDue} and is a little late${f.ticketFrom ? `; please wait until ${f.ticketFrom}` : ''}.`
const documentsIn = (f: VerdictFacts): string | undefined => {
  if (f.submitted) return 'Your documents are in; the review is running.'
  return f.saidSubmitted
    ? `You say the documents are in: check in the official channel that nothing is missing${f.documents ? ` (asked for: ${f.documents})` : ''}; then the review only needs its time.`
    : undefined
}
const issuer: Line = (f) => (f.role === 'merchant' ? 'the customer’s' : 'your')
const callIssuer: Line = (f) =>
  f.role === 'merchant'
    ? 'The customer can call their bank'
    : 'Do call the number on the back of the card'
const undone = (f: VerdictFacts, how: string) =>
  f.oneUndone
    ? 'You pay only once: the second charge was undone, and its line or hold drops off by itself.'
    : `This payment was ${how}: you are not charged, and its line or hold drops off by itself.`
const arrival: Line = (f) => {
  if (!f.overdue && !f.expected && f.wasDue) return slightlyLate(f)
  return f.overdue
    ? overdue(f)
    : `Your money is on its way, ${f.provisional ? 'provisionally expected' : 'expected'} ${by(f, 'on your contract’s cycle')}.`
}

/** Nothing is wrong: for a cardholder, for money that has come, for money on its way. */
function inOrder(f: VerdictFacts): Omit<CauseWords, 'name'> {
  if (f.role === 'cardholder') return completedOnce
  return f.creditedWhen ? credited : onItsWay
}

const completedOnce: Omit<CauseWords, 'name'> = {
  headline: () => 'This payment went through once, and the record shows nothing wrong with it.',
  why: () => 'It was completed; there is no second charge, refund, hold or dispute.',
  now: () => 'If you expect money back, ask the shop for a refund and its reference number.',
  otherwise: () => 'If this is not your payment, or the shop refuses a refund, tell me.',
}

const credited: Omit<CauseWords, 'name'> = {
  headline: (f) =>
    `${f.payoutAmount ?? f.amount ?? 'The money'} was credited on ${f.creditedWhen}${f.to ? ` to the account ending ${f.to}` : ''}.`,
  why: () => 'The receiving bank has confirmed the credit.',
  now: () => 'Please check that account by date and amount; several sales can arrive as one sum.',
  otherwise: () => 'If it really is not there, tell me and I will have the bank look.',
}

const onItsWay: Omit<CauseWords, 'name'> = {
  headline: arrival,
  why: (f) =>
    !f.overdue && !f.expected && f.wasDue
      ? 'The agreed day has passed; banks are given one more working day to book the money.'
      : `It is within the settlement time of your contract${f.tradeDay ? `; the sale counts for ${f.tradeDay}` : ''}.`,
  now: wait,
  otherwise: from,
}

export const causesEn: Record<Cause, CauseWords> = {
  RC_WITHIN_WINDOW: {
    name: 'still within the normal settlement time',
    headline: (f) => inOrder(f).headline(f),
    why: (f) => inOrder(f).why(f),
    now: (f) => inOrder(f).now(f),
    otherwise: (f) => inOrder(f).otherwise(f),
  },
  RC_AFTER_CUTOFF: {
    name: 'after the day’s cut-off',
    headline: arrival,
    why: (f) =>
      `The sale came after the day’s cut-off${f.cutoff ? ` (${f.cutoff})` : ''}, so it counts for ${f.tradeDay ?? 'the next day'} and takes a day longer.`,
    now: wait,
    otherwise: from,
  },
  RC_NON_WORKING_DAY: {
    name: 'days off in between',
    headline: arrival,
    why: (f) =>
      `Your settlement counts working days only, and ${f.daysOff ?? 'a weekend or holiday'} lies in between.`,
    now: wait,
    otherwise: from,
  },
  RC_PAYOUT_SCHEDULE: {
    name: 'your payout schedule',
    headline: (f) =>
      f.expected
        ? `The money is in your balance and will be paid out by ${f.expected}.`
        : 'The money is in your balance; no payout is planned yet.',
    why: (f) =>
      f.reason ??
      'Your account is paid out on fixed days or when you ask, or the balance is below the minimum.',
    now: () => 'You can change the schedule or withdraw in your provider’s dashboard.',
    otherwise: () =>
      'If it has not arrived the working day after you withdraw, tell me and I will trace it.',
  },
  RC_FIRST_PAYOUT: {
    name: 'a first payout takes longer',
    headline: (f) =>
      f.overdue
        ? `This is your first payout. ${overdue(f)}`
        : `This is your first payout, expected ${by(f, 'within the first-payout time')}.`,
    why: () =>
      'A new account is verified before its first payout, which takes longer than later ones.',
    now: () => 'Please see in your provider’s dashboard whether any verification is still open.',
    otherwise: from,
  },
  RC_DECLINED: {
    name: 'the payment was declined',
    headline: () => 'This payment was not completed, so normally nothing is charged.',
    why: (f) =>
      f.codeMeaning
        ? `The answer was: “${f.codeMeaning}”.`
        : 'The record shows that it was declined.',
    now: (f) =>
      f.codeAdvice ??
      'Use another card or way to pay; a pending line on the statement normally drops off within days.',
    otherwise: (f) =>
      f.overdue
        ? filed
        : `If that line is still there ${f.ticketFrom ? `on ${f.ticketFrom}` : 'after 14 days'}, call your card issuer and tell me, and I will file it.`,
  },
  RC_TIMEOUT_REVERSED: {
    name: 'timed out and undone',
    headline: (f) =>
      f.overdue
        ? 'The payment did not go through, and the money should be back by now; I have filed a complaint to trace it.'
        : `${f.oneUndone ? 'Only one of the two payments went through; the other' : 'The payment'} did not${f.oneUndone ? '' : ' go through'}; anything taken comes back by itself${f.expected ? `, by ${f.expected}` : ''}.`,
    why: () => 'The answer came too late, so the system undoes the payment (a reversal).',
    now: (f) =>
      f.role === 'merchant'
        ? 'Do not charge the customer again yet; their bank shows the reversal within minutes to a few working days.'
        : 'Do not pay again yet; look at your card account, it takes minutes to a few working days.',
    otherwise: from,
  },
  RC_ONE_SIDED: {
    name: 'the bank took it but the shop has no sale',
    headline: (f) => {
      const what = f.debited
        ? `${f.role === 'merchant' ? 'The customer’s' : 'Your'} bank took the money but the sale did not go through; it`
        : `The result is not known yet, so please do not ${f.role === 'merchant' ? 'charge' : 'pay'} again; money taken for a failed sale`
      if (f.overdue) return `${what} should be back by now. I have filed a complaint to trace it.`
      return `${what} comes back${f.expected ? `, usually by ${f.expected}` : ', usually within 3 to 7 working days'}.`
    },
    why: () =>
      'The two sides’ records do not match (a one-sided entry); it is undone automatically or in reconciliation.',
    now: (f) =>
      f.role === 'merchant'
        ? 'Please do not charge again yet. Note the time and the terminal number; your next online sale lets the terminal send its reversal.'
        : 'Please do not pay again yet. Keep the bank message, the time and the terminal number; the shop’s next online sale lets the terminal send its reversal.',
    otherwise: (f) =>
      f.overdue
        ? `${callIssuer(f)} as well. ${filed}`
        : `If it is not back ${f.ticketFrom ? `by ${f.ticketFrom}` : 'after 7 working days'}, ${f.role === 'merchant' ? 'the customer can call their bank' : 'call the number on the back of the card'}, and I will file a complaint too.`,
  },
  RC_NOT_CAPTURED: {
    name: 'authorised but never captured',
    headline: () =>
      'This only holds the customer’s money; it was never captured, so it will not be settled.',
    why: () => 'The authorisation was not completed, or the batch was not closed.',
    now: (f) =>
      `Please complete it on the terminal or in the dashboard${f.releaseBy ? `, at the latest ${f.releaseBy}; after that you have to charge again` : ' before the hold ends'}.`,
    otherwise: () => 'If completing it fails, tell me what the screen says and I will file it.',
  },
  RC_OFFLINE_NOT_UPLOADED: {
    name: 'an offline sale not uploaded',
    headline: () =>
      'This sale was taken offline and has not been uploaded, so settlement has not started.',
    why: () => 'The terminal had no connection and keeps the sale in its memory.',
    now: () =>
      'Bring the terminal online and close the batch so that it uploads; do not swap or reset it before.',
    otherwise: (f) =>
      f.overdue ? filed : 'If it is not up within 24 hours, tell me and I will file it.',
  },
  RC_VOIDED: {
    name: 'the sale was voided',
    headline: (f) =>
      f.role === 'merchant'
        ? 'This sale was voided: it will not be settled, and the customer gets the money back.'
        : undone(f, 'voided'),
    why: () => 'The record has a same-day void, or the authorisation expired.',
    now: (f) =>
      f.role === 'merchant'
        ? 'If that was a mistake, charge again with the customer’s consent.'
        : 'Look at your card account: the original line disappears.',
    otherwise: () => 'If you or the customer disagree, tell me and I will file it.',
  },
  RC_REVERSED_BY_CASHIER: {
    name: 'reversed at the till',
    headline: (f) =>
      f.role === 'merchant'
        ? 'This sale was reversed at the till: it will not be settled, and the customer gets the money back.'
        : undone(f, 'reversed at the till'),
    why: (f) =>
      f.oneUndone
        ? 'Of two equal payments one was completed and the other was reversed.'
        : 'The record shows an approval that was reversed, with no sign of a time-out.',
    now: (f) =>
      f.role === 'merchant'
        ? 'Please ask whoever was at the till; if the goods were sold, charge again with the customer’s consent.'
        : 'Look at your card account: the original line disappears.',
    otherwise: () => 'If you disagree, tell me and I will file it.',
  },
  RC_ENTRY_ERROR: {
    name: 'a wrong amount or time was entered',
    headline: (f) =>
      `The record says ${f.amount ?? 'another amount'}, not${f.told ? ` ${f.told}` : ' what you told me'}.`,
    why: () => 'It was probably mistyped at the till, or it is another sale.',
    now: (f) =>
      f.role === 'merchant'
        ? 'Please compare the slip; if it was mistyped, void it (same day) or refund it (later) and charge again.'
        : 'Please show the shop your slip; it can void the payment the same day, or refund it later and charge the right amount.',
    otherwise: () => 'If the other side refuses, tell me and I will file it.',
  },
  RC_WRONG_PROVIDER: {
    name: 'not a payment of ours',
    headline: () =>
      'This payment does not seem to have run through us; the company named on the slip has it.',
    why: () => 'We have no record, and the slip names another acquirer or merchant.',
    now: () => 'Please call the acquirer’s number printed on the slip.',
    otherwise: () =>
      'If the slip does name us, give me its reference number and I will look again.',
  },
  RC_NET_OF_FEES: {
    name: 'paid net of fees',
    headline: (f) =>
      `The money has arrived: ${f.net ?? 'the net amount'}; the ${f.fee ? `missing ${f.fee}` : 'difference'} is the fee.`,
    why: (f) =>
      `${f.amount ?? 'The sale'} less the fee${f.fee ? ` of ${f.fee}` : ''} is exactly ${f.net ?? 'what you received'}.`,
    now: () => 'Please compare the rate in your contract.',
    otherwise: () => 'If the rate differs from the contract, tell me and I will file it.',
  },
  RC_NETTED: {
    name: 'offset by refunds, disputes or fees',
    headline: (f) =>
      `Other items were taken off this payout${f.payoutAmount ? `: ${f.payoutAmount} was paid` : ''}.`,
    why: (f) =>
      f.deductions
        ? `Taken off: ${f.deductions}.`
        : 'Less came than the sale minus its fee; the record does not list what was taken off. It is usually a refund, a dispute or a fee.',
    now: () => 'Please compare your refunds and disputes.',
    otherwise: () => 'If you do not know one of them, tell me and I will have it looked into.',
  },
  RC_DUPLICATE_CHARGE: {
    name: 'a double charge',
    headline: () => 'There are two equal charges and both went through; one has to be refunded.',
    why: () => 'The same card, amount and shop, twice within a short time, both completed.',
    now: () =>
      'I have filed a request for the shop to refund the second one; you can also ask the shop with the slip.',
    otherwise: () =>
      'If the shop refuses or 10 working days pass, your card issuer can step in; I stay on it.',
  },
  RC_SETTLE_ACCOUNT_INVALID: {
    name: 'a problem with the settlement account',
    headline: (f) =>
      `The bank sent this payout back; the settlement account${f.to ? ` ending ${f.to}` : ''} has to be put right first.`,
    why: (f) =>
      f.reason
        ? `The bank says: “${f.reason}”.`
        : 'The account details do not match, or the account cannot be used.',
    now: () =>
      'Please check name and account in your provider’s official app or dashboard, and correct it or use an account in the business’s own name.',
    otherwise: () =>
      'I have filed it; after the change the acquirer pays again. If nothing comes in two working days, tell me.',
  },
  RC_ACCOUNT_LIMIT: {
    name: 'a limit of the receiving account',
    headline: (f) =>
      `The bank sent this payout back: it is over the limit of the receiving account${f.to ? ` ending ${f.to}` : ''}.`,
    why: (f) =>
      `${f.reason ? `The bank says: ${f.reason}. ` : ''}A Type II personal account usually takes at most CNY 10,000 a day from others; this was ${f.net ?? 'more'}.`,
    now: () =>
      'Ask your bank to upgrade it to a Type I account, or choose a Type I or business account in your provider’s official app.',
    otherwise: () =>
      'I have filed it; after the change the acquirer pays again. If nothing comes in two working days, tell me.',
  },
  RC_OLD_ACCOUNT: {
    name: 'paid to the old account',
    headline: (f) => `The money went to your previous account${f.to ? ` (ending ${f.to})` : ''}.`,
    why: (f) =>
      `The payout file was made with the old account${f.currentTo ? `; the current one ends ${f.currentTo}` : ''}.`,
    now: () => 'Please look in the old account first.',
    otherwise: () =>
      'If the old account is closed or shows nothing, tell me and I will file a trace.',
  },
  RC_BANK_POSTING_DELAY: {
    name: 'sent, and the bank has not posted it',
    headline: (f) =>
      `The money has been sent${f.to ? ` to the account ending ${f.to}` : ''}; ${f.overdue ? 'your bank is past its time, and I have filed a complaint to trace it' : 'your bank has not posted it yet'}.`,
    why: () =>
      'The acquirer has paid and nothing came back; the receiving bank still has to book it.',
    now: (f) =>
      `You can ask your bank to look with ${f.traceRef ? `the trace number ${f.traceRef}` : 'the amount and date'}.`,
    otherwise: from,
  },
  RC_RISK_HOLD: {
    name: 'held for review',
    headline: () => 'This payment is being reviewed; the money is held at the acquirer.',
    why: (f) =>
      f.reason
        ? `Your acquirer says: “${f.reason}”.`
        : 'The record gives no reason; you are entitled to be told the reason and what is needed.',
    now: (f) =>
      documentsIn(f) ??
      `Please hand in ${f.documents ?? 'what is asked for'} through your provider’s official channel, not in this chat.`,
    otherwise: (f) => {
      if (f.overdue) return filed
      return f.ticketFrom
        ? `If there is no reason or decision by ${f.ticketFrom}, tell me and I will file a complaint.`
        : 'If there is no decision 5 working days after the documents, tell me and I will file a complaint.'
    },
  },
  RC_KYC_EXPIRED: {
    name: 'expired business documents',
    headline: () => 'Settlement is paused because your documents have to be renewed.',
    why: (f) => `${f.reason ?? 'The licence or ID on file has expired'}.`,
    now: (f) =>
      documentsIn(f) ??
      `Please renew your documents in your provider’s official app or dashboard, not in this chat${f.documents ? `; asked for: ${f.documents}` : ''}.`,
    otherwise: (f) =>
      f.overdue
        ? filed
        : 'If it is not released 3 working days after that, tell me and I will file it.',
  },
  RC_MERCHANT_LIMIT: {
    name: 'over your acceptance limit',
    headline: (f) =>
      f.codeMeaning
        ? 'This sale was not completed: it is over your acceptance limit.'
        : 'This sale is over your acceptance limit, so it was not settled on time.',
    why: (f) =>
      `${f.reason ?? f.codeMeaning ?? 'The single or daily limit your acquirer set was passed'}.`,
    now: () =>
      'Ask your acquirer to raise the limit, with contract and invoice at hand; do not split one sale into several.',
    otherwise: () => 'If nobody answers the request, tell me and I will file it.',
  },
  RC_DISPUTE_HOLD: {
    name: 'a running dispute',
    headline: (f) =>
      `The cardholder disputes this payment, and the money is held meanwhile${f.disputeDue ? `; please answer by ${f.disputeDue}` : ''}.`,
    why: () =>
      'The card issuer asks for proof or wants the money back; nothing moves until that is settled.',
    now: () =>
      'Hand in the signed slip, invoice and proof of delivery through your provider’s official channel; do not refund in parallel.',
    otherwise: () =>
      'Without an answer in time the dispute is usually lost. If you need help, tell me.',
  },
  RC_JUDICIAL_FREEZE: {
    name: 'frozen by an authority',
    headline: () =>
      'This payout is frozen by an authority, and only they can lift it; a colleague will explain.',
    why: (f) => f.reason ?? 'The record shows a frozen payout.',
    now: () =>
      'Ask your acquirer which authority it is and for the reference, then contact that authority.',
    otherwise: () => 'I am handing you to a person, who will tell you what can be found out.',
  },
  RC_REGULATORY: {
    name: 'a change of rules',
    headline: (f) =>
      `A change of rules delays this payment${f.expected ? `, until ${f.expected}` : ''}.`,
    why: (f) => f.incident ?? f.reason ?? 'Your acquirer has published a notice.',
    now: () => 'Please read your acquirer’s notice and do what it asks.',
    otherwise: from,
  },
  RC_ACQUIRER_INCIDENT: {
    name: 'a fault at the acquirer or platform',
    headline: (f) =>
      `There is a fault at the acquirer; the money is not lost${f.expected ? ` and should move by ${f.expected}` : ''}.`,
    why: (f) => f.incident ?? 'The published fault overlaps with your settlement.',
    now: () => 'Please do nothing twice and do not charge again; it will be settled afterwards.',
    otherwise: (f) =>
      f.expected
        ? `If it is not there after ${f.expected}, tell me and I will file a complaint.`
        : 'If it does not come afterwards, tell me and I will file a complaint.',
  },
  RC_BANK_DELAY: {
    name: 'slow processing at the bank',
    headline: (f) =>
      f.overdue
        ? overdue(f)
        : `The bank is slow with this one${f.expected ? `; expected by ${f.expected}` : ''}.`,
    why: (f) =>
      f.incident ??
      'The record shows no return, hold or deduction; it simply did not finish in time, and acquirer and bank have to explain.',
    now: () => 'Please keep the slip; there is no need to charge again.',
    otherwise: (f) =>
      f.overdue
        ? 'The ticket below names the deadline; if it passes, you can take the complaint further.'
        : from(f),
  },
  RC_TERMINAL_FAULT: {
    name: 'a terminal fault',
    headline: () => 'It looks as if the terminal did not complete the sale.',
    why: (f) =>
      f.codeMeaning
        ? `The terminal answered: “${f.codeMeaning}”.`
        : 'The acquirer has no record, and the terminal has a fault.',
    now: () =>
      'Restart it, check paper and software, sign on again; look the sale up before charging again.',
    otherwise: () => 'If it still fails after 24 hours, tell me and I will file a repair.',
  },
  RC_NETWORK: {
    name: 'an unstable network',
    headline: () => 'It looks as if the connection failed and the sale never reached the acquirer.',
    why: () => 'There is no record, and the network was unstable.',
    now: () =>
      'Use another network and let the terminal go online once (it then undoes unfinished sales); look the sale up before charging again.',
    otherwise: () => 'If it goes on for 24 hours, tell me and I will file it.',
  },
  RC_ERQING: {
    name: 'money passed on by an unlicensed middleman',
    headline: () =>
      'Please stop using this terminal: your money may be passing through an unlicensed middleman.',
    why: () =>
      'The merchant is not in the acquirer’s books, or a person or agent pays you by transfer; this matches a known risk.',
    now: () =>
      'Keep contract, slips, transfers and chats, and take no more cards on it. I have filed an urgent ticket and am handing you to a person.',
    otherwise: () =>
      'You can report it to the Payment & Clearing Association of China (jubao.pcac.org.cn), and a loss to the police (110).',
  },
  RC_ACTIVATION_DEPOSIT: {
    name: 'an activation fee or deposit',
    headline: () =>
      'This looks like an “activation fee” or deposit; it will not be settled to you.',
    why: () => 'A sum such as 99, 199 or 299 with “activation” matches a known selling trick.',
    now: () =>
      'Ask the acquirer’s official line on your contract or slip whether it is refundable; pay nothing more.',
    otherwise: () =>
      'I have filed it; if they refuse you can report it to the Payment & Clearing Association of China.',
  },
  RC_FRAUD_VICTIM: {
    name: 'fraud',
    headline: () => 'Let us stop the loss first.',
    why: () => 'What you describe matches a known scam.',
    now: () => 'Call the number on the back of your card and have it blocked, then report it.',
    otherwise: () => 'Anyone who offers to “recover” the money is a second scam.',
  },
  RC_FRAUD_ATTEMPT: {
    name: 'attempted fraud',
    headline: () => 'Please stop here: this matches a known scam.',
    why: () => 'No real institution asks for this.',
    now: () => 'Hang up and check with the number on your contract, slip or card.',
    otherwise: () => 'If you already gave something away or paid, tell me at once.',
  },
  RC_UNAUTHORISED: {
    name: 'not made by you',
    headline: () =>
      'If this was not you, please call the number on the back of the card now and have it blocked.',
    why: () =>
      'You do not recognise it; do also think of family or a subscription, as the name on a statement can differ from the shop’s.',
    now: () =>
      'After blocking it, ask the card issuer to investigate. I have filed an urgent ticket and am handing you to a person.',
    otherwise: () =>
      'The card issuer answers in writing; you can complain further if you disagree.',
  },
  RC_MALICIOUS_REFUND: {
    name: 'an irregular refund',
    headline: () => 'This refund is not regular; please lock the refund function of the terminal.',
    why: () => 'It has no matching sale, or it went to another card.',
    now: () => 'Change the refund password now and check today’s refunds; I have filed a ticket.',
    otherwise: () => 'Report a loss to the police and to your acquirer.',
  },
  RC_CASHOUT: {
    name: 'cash-out',
    headline: () => 'I cannot help with that.',
    why: () =>
      'Inventing a sale to get cash from a card is illegal and can freeze the money and hurt your credit record.',
    now: () => 'If money is tight, your card issuer can offer instalments.',
    otherwise: () => 'If you like, I can call a colleague.',
  },
  RC_REFUND_IN_PROGRESS: {
    name: 'a refund on its way',
    headline: (f) =>
      f.overdue
        ? `The refund${f.refundAmount ? ` of ${f.refundAmount}` : ''} takes longer than usual; I have filed a complaint to trace it.`
        : `The refund${f.refundAmount ? ` of ${f.refundAmount}` : ''} is on its way, expected on the card ${by(f, 'within 10 working days')}.`,
    why: (f) =>
      `The shop refunded it${f.refundWhen ? ` on ${f.refundWhen}` : ''}; ${issuer(f)} card issuer still has to post it.`,
    now: (f) =>
      f.refundRef
        ? `Please wait; ${issuer(f)} card issuer can trace it by the refund reference ${f.refundRef}.`
        : `Please wait; a refund reference from the shop helps ${issuer(f)} card issuer to trace it.`,
    otherwise: from,
  },
  RC_REFUND_FAILED: {
    name: 'the refund failed',
    headline: () => 'The refund failed; the shop has to pay you back another way.',
    why: (f) =>
      f.reason
        ? `The bank says: “${f.reason}”.`
        : 'It was sent back or refused, for example because the card is closed.',
    now: () =>
      'Please agree another way with the shop, in writing; send nobody your full card number.',
    otherwise: () => 'If the shop refuses, tell me and I will file a complaint.',
  },
  RC_REFUND_AS_REVERSAL: {
    name: 'a refund that shows as a vanished charge',
    headline: () =>
      'The refund is done: the original charge was cancelled, so there is no separate credit.',
    why: () =>
      'It was refunded early, so it was processed as a reversal; the original line disappears or is marked as reversed.',
    now: () =>
      'Please compare your statement: if the original line is gone, you have your money back.',
    otherwise: (f) =>
      f.ticketFrom
        ? `If the line is still there on ${f.ticketFrom} with no refund, tell me and I will file it.`
        : 'If the line is still there with no refund, tell me and I will file it.',
  },
  RC_PREAUTH_OPEN: {
    name: 'a hold (pre-authorisation)',
    headline: (f) =>
      f.overdue
        ? 'This is a hold, not a charge; it should have ended by now, and I have filed a complaint.'
        : `This is a hold, not a charge${f.releaseBy || f.expected ? `; it ends by itself at the latest ${f.releaseBy ?? f.expected}` : ''}.`,
    why: () =>
      'Hotels, fuel stations and rentals hold a sum first and release or complete it at the end.',
    now: () =>
      'If you have paid or cancelled, ask the shop to void the pre-authorisation: that is the quickest.',
    otherwise: from,
  },
  RC_COMPLAINT_OVERDUE: {
    name: 'a complaint past its deadline',
    headline: () => 'Your complaint is past its deadline, and I have escalated it.',
    why: () => 'There is no final answer on record although it was due.',
    now: (f) =>
      f.nextInstance
        ? `You can now go to the next instance: ${f.nextInstance}.`
        : 'You can now go to the next instance.',
    otherwise: () => 'The escalation has the highest priority, and a colleague follows it up.',
  },
  RC_NOT_FOUND: {
    name: 'no record found',
    headline: (f) =>
      f.noRefund
        ? 'I found the purchase, but no refund has been recorded yet.'
        : 'I found no record of this payment.',
    why: (f) =>
      f.noRefund
        ? 'The shop may not have submitted it.'
        : 'I looked twice with different details, and nothing matches.',
    now: (f) =>
      f.noRefund
        ? 'Ask the shop to submit the refund and to give you its reference.'
        : 'Please look at the slip for the 12-digit reference number and the acquirer’s name, and give me the number.',
    otherwise: (f) =>
      f.noRefund
        ? 'If the shop refuses, tell me and I will file a complaint.'
        : 'If the slip names us I will file it for a colleague; if it names another company, call the number there.',
  },
}
