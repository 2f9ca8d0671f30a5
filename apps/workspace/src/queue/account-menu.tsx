'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, ChevronDown, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { agentClient } from '../api/agent.client';
import { useHeld } from '../desk/desk-context';
import { drafts } from '../desk/drafts';
import { useTheme } from '../settings/providers';
import { useSettings } from '../settings/settings';
import type { Theme } from '../settings/theme';

const item =
  'flex h-8 cursor-pointer items-center gap-2 rounded-control px-2 text-sm outline-none select-none data-highlighted:bg-hover';
const group = 'px-2 pt-2 pb-1 text-xs font-medium text-quiet';

const themes = [
  { value: 'system', label: 'As the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const;

function ThemeChoice() {
  const { theme, choose } = useTheme();
  return (
    <Menu.RadioGroup value={theme} onValueChange={(value: Theme) => choose(value)}>
      <Menu.GroupLabel className={group}>Appearance</Menu.GroupLabel>
      {themes.map(({ value, label, icon: Icon }) => (
        <Menu.RadioItem
          key={value}
          value={value}
          closeOnClick={false}
          className={item}
          data-testid={`theme-${value}`}
        >
          <Icon aria-hidden size={14} className="text-quiet" />
          <span className="flex-1">{label}</span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

/** Who is signed in here, how it looks, and the way out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { me, leaveFor } = useHeld();
  const { apiUrl } = useSettings();
  // Drawn inside of the pane's landmark, not at the end of the page.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const signOut = async () => {
    await agentClient(apiUrl).signOut();
    drafts.forgetAll();
    leaveFor('signed_out');
  };
  return (
    <Menu.Root>
      <Menu.Trigger
        data-testid="account-menu"
        className="inline-flex h-8 cursor-pointer items-center gap-1 rounded-control px-2 text-sm font-medium text-ink hover:bg-hover data-popup-open:bg-hover"
      >
        <span className="max-w-24 truncate">{me.agent.name}</span>
        <ChevronDown aria-hidden size={14} className="text-quiet" />
        <span className="sr-only">Account</span>
      </Menu.Trigger>
      <span ref={setPlace} />
      <Menu.Portal container={place}>
        <Menu.Positioner sideOffset={4} align="end" className="z-50 outline-none">
          <Menu.Popup className="w-60 rounded-card bg-surface p-1 shadow-float outline-none transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
            <div className="px-2 py-2">
              <p className="truncate text-sm font-semibold">{me.agent.name}</p>
              <p className="truncate text-xs text-quiet">{me.agent.email}</p>
              <p className="mt-1 text-xs text-quiet">
                {me.agent.role === 'agent' ? 'Agent' : me.agent.role === 'lead' ? 'Lead' : 'Admin'} at{' '}
                {me.brand.name}
              </p>
            </div>
            <Menu.Separator className="my-1 h-px bg-line" />
            <ThemeChoice />
            <Menu.Separator className="my-1 h-px bg-line" />
            <Menu.Item className={item} onClick={onKeys}>
              <Keyboard aria-hidden size={14} className="text-quiet" />
              <span className="flex-1">Keyboard</span>
              <kbd className="text-xs text-quiet">?</kbd>
            </Menu.Item>
            <Menu.Item className={item} data-testid="sign-out" onClick={() => void signOut()}>
              <LogOut aria-hidden size={14} className="text-quiet" />
              Sign out
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
