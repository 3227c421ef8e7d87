/** A login as it is kept and compared: `Ana@Shop.example` and `ana@shop.example` are one. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
