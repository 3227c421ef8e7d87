/** The mark of the product; its name stands beside it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="12" fill="#0b5f52" />
      <path
        d="M12 12.5l8 8 8-8M20 20.5V30M13.5 21.5h13M13.5 26h13"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
