/** Every contact of the directory. */
export const directoryIds = [
  'acquirer',
  'issuer',
  'shop',
  'local_police',
  'cn_unionpay',
  'cn_pboc_12363',
  'cn_nfra_12378',
  'cn_12315',
  'cn_pcac',
  'cn_96110',
  'cn_110',
  'gb_159',
  'gb_report_fraud',
  'gb_police_scotland',
  'gb_7726',
  'gb_fos',
  'us_cfpb',
  'us_ftc',
  'eu_authority',
] as const
export type DirectoryId = (typeof directoryIds)[number]
