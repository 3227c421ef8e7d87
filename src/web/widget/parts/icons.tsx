/** @jsxImportSource preact */

/** A drawing of lines, 24 by 24. */
export function lines(path: string, width: number) {
  return (
    <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width={width}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}

export const upIcon = () => lines('M12 19V5m0 0-6 6m6-6 6 6', 2.2)
export const downIcon = () => lines('M12 5v14m0 0 6-6m-6 6-6-6', 2.2)
export const closeIcon = () => lines('M6 6l12 12M18 6 6 18', 2)

/** The mark of the product. */
export const logoIcon = () => (
  <svg class="logo" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true">
    <rect class="logo-ground" width="40" height="40" rx="12" />
    <path
      class="logo-lines"
      d="M12 12.5l8 8 8-8M20 20.5V30M13.5 21.5h13M13.5 26h13"
      fill="none"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
)
