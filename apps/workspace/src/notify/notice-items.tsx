'use client';

import { Menu } from '@base-ui/react/menu';
import { Bell, Check, type LucideIcon, MessageSquareText, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../settings/tongue';
import { chime } from './chime';
import type { NoticeChoices } from './choices';
import { useNotices } from './teller';

function Item({
  name,
  text,
  note = null,
  icon: Icon,
  disabled = false,
  onChange,
}: {
  name: keyof NoticeChoices;
  text: string;
  /** Said with it: in a menu there are items alone. */
  note?: string | null;
  icon: LucideIcon;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  const { choices } = useNotices();
  return (
    <Menu.CheckboxItem
      checked={choices[name]}
      disabled={disabled}
      closeOnClick={false}
      onCheckedChange={onChange}
      data-testid={`notice-${name}`}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded-control px-2 text-sm outline-none select-none data-disabled:cursor-default data-disabled:text-quiet data-highlighted:bg-hover"
    >
      <Icon aria-hidden size={14} className="shrink-0 text-quiet" />
      <span className="min-w-0 flex-1">
        {text}
        {note && <span className="block text-xs text-revoked-ink">{note}</span>}
      </span>
      <Menu.CheckboxItemIndicator>
        <Check aria-hidden size={14} />
      </Menu.CheckboxItemIndicator>
    </Menu.CheckboxItem>
  );
}

/** How this browser tells of new messages. The browser itself is asked at the click, never before. */
export function NoticeItems() {
  const { notices } = useWords();
  const { choices, choose } = useNotices();
  const [refused, setRefused] = useState(false);
  const desktop = async (on: boolean) => {
    if (!on) return choose({ ...choices, desktop: false });
    const may = 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    setRefused(!may);
    if (may) choose({ ...choices, desktop: true });
  };
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-2 pt-2 pb-1 text-xs font-medium text-quiet">
        {notices.title}
      </Menu.GroupLabel>
      <Item
        name="sound"
        text={notices.sound}
        icon={Volume2}
        onChange={(sound) => {
          // Heard at once, so that one knows what to listen for.
          if (sound) chime();
          choose({ ...choices, sound });
        }}
      />
      <Item
        name="desktop"
        text={notices.desktop}
        note={refused ? notices.refused : null}
        icon={Bell}
        onChange={(on) => void desktop(on)}
      />
      <Item
        name="text"
        text={notices.text}
        icon={MessageSquareText}
        disabled={!choices.desktop}
        onChange={(text) => choose({ ...choices, text })}
      />
    </Menu.Group>
  );
}
