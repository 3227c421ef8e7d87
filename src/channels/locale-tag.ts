/**
 * A language tag such as `zh-CN`, `zh-Hans-CN`, `en`. Narrow on purpose: it is kept as it comes, so
 * a card number must not fit in.
 */
export const localeTag = /^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?$/
