import {
  Avatar,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons/svg/key'
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out'
import { lazy, Suspense, useState } from 'react'
import type { Locale } from '../../../domain/locale.ts'
import { useDesk } from '../data/desk.tsx'
import { usePresence } from '../data/presence.ts'
import { setSound, useSound } from '../data/sound.ts'
import { useTongue } from '../tongue.tsx'

const PasswordDialog = lazy(async () => ({
  default: (await import('./password-dialog.tsx')).PasswordDialog,
}))

interface AccountMenuProps {
  onKeys(): void
  onLeave(): void
}

/** One's own presence, language, sound and password. */
export function AccountMenu({ onKeys, onLeave }: AccountMenuProps) {
  const { agent, calls } = useDesk()
  const tongue = useTongue()
  const { words, locale } = tongue
  const [presence, choosePresence] = usePresence(calls)
  const sound = useSound()
  const [changesPassword, setChangesPassword] = useState(false)
  const checked = { presence: [presence], locale: [locale], sound: sound ? ['on'] : [] }

  function onChange(name: string, values: readonly string[]) {
    if (name === 'presence') choosePresence(values[0] === 'away' ? 'away' : 'online')
    if (name === 'locale') tongue.setLocale(values[0] as Locale)
    if (name === 'sound') setSound(values.includes('on'))
  }
  function signOut() {
    sessionStorage.clear()
    calls.post('/session/end').then(onLeave, onLeave)
  }

  return (
    <>
      <Menu
        checkedValues={checked}
        onCheckedValueChange={(_event, { name, checkedItems }) => onChange(name, checkedItems)}
      >
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className="account">
            <span className="unseen">
              {words.account.menu}: {agent.name}
            </span>
            <Avatar
              name={agent.name}
              {...initialsOf(agent.name)}
              size={32}
              color="brand"
              aria-hidden
              badge={{ status: presence === 'online' ? 'available' : 'away' }}
            />
            <span className="rail-name">{words.presence[presence]}</span>
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>
                {agent.name} · {words.agentRoles[agent.role]}
              </MenuGroupHeader>
              <MenuItemRadio name="presence" value="online" subText={words.presence.onlineHint}>
                {words.presence.online}
              </MenuItemRadio>
              <MenuItemRadio name="presence" value="away" subText={words.presence.awayHint}>
                {words.presence.away}
              </MenuItemRadio>
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{words.account.language}</MenuGroupHeader>
              <MenuItemRadio name="locale" value="zh-CN">
                <span lang="zh-CN">中文</span>
              </MenuItemRadio>
              <MenuItemRadio name="locale" value="en">
                <span lang="en">English</span>
              </MenuItemRadio>
            </MenuGroup>
            <MenuDivider />
            <MenuItemCheckbox name="sound" value="on">
              {words.account.sound}
            </MenuItemCheckbox>
            <MenuItem icon={<KeyboardRegular />} secondaryContent="?" onClick={onKeys}>
              {words.account.keys}
            </MenuItem>
            <MenuItem icon={<KeyRegular />} onClick={() => setChangesPassword(true)}>
              {words.account.password}
            </MenuItem>
            <MenuItem icon={<SignOutRegular />} onClick={signOut}>
              {words.account.signOut}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {changesPassword && (
        <Suspense fallback={null}>
          <PasswordDialog onClose={() => setChangesPassword(false)} />
        </Suspense>
      )}
    </>
  )
}

/** The letters in the circle: of a Chinese name its end, as colleagues call each other. */
function initialsOf(name: string): { initials?: string } {
  return /\p{Script=Han}/u.test(name) ? { initials: [...name].slice(-2).join('') } : {}
}
