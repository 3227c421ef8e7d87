/** @jsxImportSource preact */

/** Somebody on the other side types. */
export function Typing({ name, isOn }: { name: string; isOn: boolean }) {
  return (
    <div id="typing" class="typing" role="img" aria-label={name} hidden={!isOn}>
      <span />
      <span />
      <span />
    </div>
  )
}
