import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

const ICONS: Readonly<Record<NoticeProps['tone'], IconName>> = {
  plain: 'info',
  good: 'check',
  amber: 'warning',
  red: 'failed',
};

interface NoticeProps {
  readonly tone: 'plain' | 'good' | 'amber' | 'red';
  readonly title?: string;
  readonly children: ReactNode;
  /** For what went wrong just now: it is read out at once. */
  readonly alert?: boolean;
}

/** A sentence that stands out, with what to do about it. */
export function Notice({ tone, title, children, alert }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div className="notice-body">
        {title && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  );
}
