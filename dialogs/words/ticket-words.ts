export const ticketWords = { en: { states: {} as Record<string,string> }, 'zh-CN': { states: {} as Record<string,string> } }
