const asks =
  /[?？]|[吗呢]\W*$|什么|怎么|怎样|如何|多久|多少|几天|为什么|为啥|哪[里儿个些种天]|找谁|能不能|可不可以|要不要|是不是|^(?:what|how|where|when|who|which|why)\b|^(?:can|could|do|does|is|are|will|should)\b(?!['’])|\b(?:what|how|where|when|who|which|why)(?: \w+)? (?:do|does|did|is|are|was|will|would|can|could|should|shall) (?:i|we|you|u|it|they|the|my|our|this|that|a|an)\b|[,.;!]\s*(?:what|how|where|when|who|which|why) \w|\bwhat does\b/iu

/** Whether a message asks something instead of answering. */
export function asksSomething(text: string): boolean {
  return asks.test(text)
}
