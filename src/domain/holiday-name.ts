import type { Locale } from './locale.ts'

/** Chinese names of the days off our calendars know, by English name. */
const chinese: Readonly<Record<string, string>> = {
  weekend: '周末',
  "New Year's Day": '元旦',
  'Spring Festival': '春节',
  'Tomb-sweeping Day': '清明节',
  'Labour Day': '劳动节',
  'Dragon Boat Festival': '端午节',
  'Mid-autumn Festival': '中秋节',
  'National Day': '国庆节',
  'Martin Luther King Jr. Day': '马丁·路德·金纪念日',
  "Washington's Birthday": '华盛顿诞辰日',
  'Memorial Day': '阵亡将士纪念日',
  Juneteenth: '六月节',
  'Independence Day': '独立日',
  'Columbus Day': '哥伦布日',
  'Veterans Day': '退伍军人节',
  'Thanksgiving Day': '感恩节',
  'Christmas Day': '圣诞节',
  'Boxing Day': '节礼日',
  'Good Friday': '耶稣受难日',
  'Easter Saturday': '复活节星期六',
  'Easter Sunday': '复活节',
  'Easter Monday': '复活节星期一',
  'Early May bank holiday': '五月初银行假日',
  'Early May bank holiday (VE day)': '五月初银行假日',
  'Spring bank holiday': '春季银行假日',
  'Summer bank holiday': '夏季银行假日',
  'Queen’s Platinum Jubilee': '英女王登基七十周年假日',
  "Queen Elizabeth's Funeral Day": '英女王葬礼日',
  "King Charles III's Coronation": '英王加冕假日',
  'St. Brigid’s Day': '圣布里吉德节',
  'St. Patrick’s Day': '圣帕特里克节',
  'First Monday in May': '五月银行假日',
  'First Monday in June': '六月银行假日',
  'First Monday in August': '八月银行假日',
  'Last Monday in October': '十月银行假日',
  'St. Stephen’s Day': '圣斯蒂芬节',
  'Australia Day': '澳大利亚国庆日',
  'Anzac Day': '澳新军团日',
  "King's Birthday": '英王诞辰日',
  'AFL Grand Final Friday': '澳式足球总决赛前日',
  'Melbourne Cup': '墨尔本杯赛马日',
}

/** A day off as a customer reads it. `name` is a calendar's English name, or `weekend`. */
export function holidayName(name: string, locale: Locale): string {
  return locale === 'zh-CN' ? (chinese[name] ?? '公众假期') : name
}
