/* Without this script the browser's own menu prints the sheet just as well. */
const button = document.getElementById('print')
if (button) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
