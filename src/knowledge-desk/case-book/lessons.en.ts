import type { Lesson, LessonSubject } from './lesson.ts'

/** The lessons in English. General on purpose: a number of days belongs to a contract. */
export const lessonsEn: Record<LessonSubject, Lesson> = {
  RC_WITHIN_WINDOW: {
    helps: 'Knowing the settlement cycle of the contract and waiting for the day it names.',
    avoid: 'Write the cycle and its cut-off beside the till, so that nobody waits for a wrong day.',
  },
  RC_AFTER_CUTOFF: {
    helps: 'Counting from the day after the cut-off instead of from the sale.',
    avoid: 'Close the batch before the cut-off, and expect late sales a day later.',
  },
  RC_NON_WORKING_DAY: {
    helps: 'Counting working days only, by the calendar that the contract names.',
    avoid: 'Look up the days off ahead of a holiday and keep enough money for them.',
  },
  RC_PAYOUT_SCHEDULE: {
    helps: 'Changing the payout schedule, or withdrawing by hand, in the official dashboard.',
    avoid: 'Choose the payout days and the minimum on purpose when the account is opened.',
  },
  RC_FIRST_PAYOUT: {
    helps: 'Finishing the open verification of the new account.',
    avoid: 'Hand in all documents before the first sale, and plan for a longer first wait.',
  },
  RC_DECLINED: {
    helps: 'Reading the response code and taking another card or another way to pay.',
    avoid:
      'Keep a short list of response codes at the till, and do not try the same card again and again.',
  },
  RC_TIMEOUT_REVERSED: {
    helps: 'Waiting for the reversal and looking at the card account before paying again.',
    avoid: 'Look a sale up before charging again, and keep the connection of the terminal steady.',
  },
  RC_ONE_SIDED: {
    helps: 'The bank message, the time and the terminal number, with which both sides can compare.',
    avoid: 'Keep the bank message and do not pay a second time until the result is known.',
  },
  RC_NOT_CAPTURED: {
    helps: 'Completing the authorisation, or closing the batch, before the hold ends.',
    avoid: 'Close the batch every evening and go through open holds once a day.',
  },
  RC_OFFLINE_NOT_UPLOADED: {
    helps: 'Bringing the same terminal online so that it uploads what it keeps.',
    avoid:
      'Check for waiting offline sales before closing, and never swap a terminal that holds some.',
  },
  RC_VOIDED: {
    helps: 'Comparing slip and record, and charging again with the customer’s consent.',
    avoid: 'Let only named people void a sale, and note why each time.',
  },
  RC_REVERSED_BY_CASHIER: {
    helps: 'Asking who was at the till, and charging again with the customer’s consent.',
    avoid: 'Wait for the printed result before cancelling anything at the till.',
  },
  RC_ENTRY_ERROR: {
    helps: 'Voiding on the same day, or refunding later, and entering the right amount.',
    avoid: 'Show the amount to the customer before the card is read.',
  },
  RC_WRONG_PROVIDER: {
    helps: 'Calling the company whose name stands on the slip.',
    avoid: 'Read the name on the slip first when a shop has terminals of several companies.',
  },
  RC_NET_OF_FEES: {
    helps: 'Comparing the difference with the rate in the contract.',
    avoid:
      'Enter sales and fees apart in the books, and check the rate after each change of contract.',
  },
  RC_NETTED: {
    helps: 'Going through refunds, disputes and fees of the days before the payout.',
    avoid: 'Reconcile each payout by its list, not by its sum.',
  },
  RC_DUPLICATE_CHARGE: {
    helps: 'Two slips side by side, and a refund of the second charge.',
    avoid: 'Look the first sale up before charging again, whatever the screen shows.',
  },
  RC_SETTLE_ACCOUNT_INVALID: {
    helps: 'Correcting name and account in the official app; the payout is then made again.',
    avoid:
      'Keep the settlement account open, in the business’s own name, and test it after each change.',
  },
  RC_ACCOUNT_LIMIT: {
    helps: 'Having the bank upgrade the account, or choosing one without that limit.',
    avoid: 'Check the daily and yearly limit of the receiving account before a large sale.',
  },
  RC_OLD_ACCOUNT: {
    helps: 'Looking in the old account first, and a trace where it is closed.',
    avoid: 'Keep the old account open until the first payout has reached the new one.',
  },
  RC_BANK_POSTING_DELAY: {
    helps: 'The trace of the transfer, with which the receiving bank can look.',
    avoid: 'Ask for the trace as soon as a payout is marked as sent and is not there.',
  },
  RC_RISK_HOLD: {
    helps: 'Handing in everything that was asked for at once, through the official channel.',
    avoid: 'Announce unusually large sales, and keep invoices and proof of delivery at hand.',
  },
  RC_KYC_EXPIRED: {
    helps: 'Renewing licence and identity document in the official app.',
    avoid: 'Put the dates on which documents run out into the calendar, a month ahead.',
  },
  RC_MERCHANT_LIMIT: {
    helps: 'An application for a higher limit, with contract and invoice.',
    avoid: 'Ask for the higher limit before a busy season, and do not split one sale.',
  },
  RC_DISPUTE_HOLD: {
    helps: 'Slip, invoice and proof of delivery, handed in before the date of the case.',
    avoid: 'Keep signed slips and proof of delivery, and answer a dispute the day it comes.',
  },
  RC_JUDICIAL_FREEZE: {
    helps: 'The name and reference of the authority, which alone can lift it.',
    avoid: 'Know your customers, and keep business and private money in separate accounts.',
  },
  RC_REGULATORY: {
    helps: 'Reading the notice of the acquirer and doing what it asks.',
    avoid: 'Read notices when they come, and name one person who follows changes of rules.',
  },
  RC_ACQUIRER_INCIDENT: {
    helps: 'Doing nothing twice and waiting for the time that was announced.',
    avoid: 'Have a second way to take payments, and a plan for days without payouts.',
  },
  RC_BANK_DELAY: {
    helps: 'A complaint that names the date, so that acquirer and bank have to explain.',
    avoid: 'Note the date each payout is due, and ask on the first day it is late.',
  },
  RC_TERMINAL_FAULT: {
    helps: 'Restarting, new paper, an update, and a replacement where that did not do.',
    avoid: 'Update and clean terminals on a fixed day, and keep the service line beside them.',
  },
  RC_NETWORK: {
    helps: 'Another network, and one online sale that lets the terminal undo unfinished ones.',
    avoid: 'Keep a second connection ready and move the terminal to where the signal is good.',
  },
  RC_ERQING: {
    helps: 'Stopping at once, keeping the evidence, and reporting it.',
    avoid:
      'Sign only with a licensed company, and compare the name on the first slip with the contract.',
  },
  RC_ACTIVATION_DEPOSIT: {
    helps: 'The acquirer’s official line and proof of what was promised.',
    avoid: 'Have every fee and its return written into the contract before paying anything.',
  },
  RC_FRAUD_VICTIM: {
    helps: 'Calling the bank within minutes, then the police, and keeping every message.',
    avoid:
      'Check by a number you already have; no real support asks for a code, a PIN or a transfer.',
  },
  RC_FRAUD_ATTEMPT: {
    helps: 'Hanging up and checking with the number on the contract, slip or card.',
    avoid:
      'Tell everybody at the till about the usual stories, and let nobody decide under pressure.',
  },
  RC_UNAUTHORISED: {
    helps: 'Having the card blocked at once, and an investigation by its issuer.',
    avoid:
      'Switch on messages for every payment, and look at unknown names before the month is over.',
  },
  RC_MALICIOUS_REFUND: {
    helps: 'A new refund password, a look through the day’s refunds, and a report.',
    avoid: 'Give each person a password of their own, and refund only to the card that paid.',
  },
  RC_CASHOUT: {
    helps: 'An instalment plan of the card’s issuer.',
    avoid: 'Refuse a sale without goods, and tell staff why.',
  },
  RC_REFUND_IN_PROGRESS: {
    helps: 'The reference of the refund, with which the card’s issuer can look.',
    avoid: 'Tell the customer the usual time and hand over the reference with the refund.',
  },
  RC_REFUND_FAILED: {
    helps: 'Another way to pay back, agreed in writing.',
    avoid: 'Look a refund up after some days instead of waiting for the customer to ask.',
  },
  RC_REFUND_AS_REVERSAL: {
    helps: 'Comparing the statement: the original line is gone.',
    avoid: 'Say with the refund that the charge may simply disappear.',
  },
  RC_PREAUTH_OPEN: {
    helps: 'A void of the hold by the shop.',
    avoid: 'Void or complete each hold on the day the customer leaves.',
  },
  RC_COMPLAINT_OVERDUE: {
    helps: 'A named person who answers, and the next body where there is no answer.',
    avoid: 'Look at the dates that are due every morning, and write before one passes.',
  },
  RC_NOT_FOUND: {
    helps: 'The reference number on the slip, which finds a payment better than its amount.',
    avoid: 'Keep slips until the money is there, and copy the reference number from the slip.',
  },
  onboarding: {
    helps: 'A full set of documents, and one person who follows the application.',
    avoid: 'Go through the list of documents before applying.',
  },
  service_quality: {
    helps: 'An apology, a clear answer and a name to come back to.',
    avoid: 'Say at the first contact who answers and by when, and keep to it.',
  },
  privacy: {
    helps: 'Removing what should not have been kept, and saying so in writing.',
    avoid: 'Never ask for, write down or photograph card numbers and codes.',
  },
  receipt_retrieval: {
    helps: 'A readable copy of the signed slip, handed in before its date.',
    avoid: 'File slips by day and terminal, and keep them as long as the contract says.',
  },
  other: {
    helps: 'One person who keeps the case until it ends.',
    avoid: 'Write down situation, steps and result, and change one thing.',
  },
}
