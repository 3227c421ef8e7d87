const demands =
  /\b(?:delete|erase|remove|wipe|forget|copy of)\b|\b(?:show|see|access|export|send|give|correct)\b.{0,24}\b(?:data|information|details|records?|have on|hold on|know about|stored?|keep|kept)\b|删|抹|清除|清空|注销|忘掉|副本|导出|(?:查看|调取|看看|给我看|更正|改)[^，。！？]{0,8}(?:信息|数据|资料|记录)/iu

/** Wants data shown, corrected or deleted, which takes a ticket; a question about them takes an answer. */
export const demandsData = (text: string): boolean => demands.test(text)
