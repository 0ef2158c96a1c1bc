import { Button } from '@openai/apps-sdk-ui/components/Button';
import { useState } from 'react';
import { CreateDialog } from './create-dialog.tsx';

const TABS = ['Access tokens', 'Admin keys'] as const;

/**
 * The wrong console: the workspace's own, with admin keys that are no API keys. That it has Credentials > Admin keys,
 * with a name, an expiration and the three permissions, is known (openai-platform.md §1.6, help 20001407). Its
 * address, the other tab, and every label but those are made up.
 */
export function WorkspaceConsole() {
  const [tab, setTab] = useState<(typeof TABS)[number]>('Admin keys');
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="shell">
      <aside aria-label="Admin Console">
        <a href="/admin/members">Members</a>
        <a href="/admin/credentials" aria-current="page">
          Credentials
        </a>
      </aside>
      <main>
        <div className="bar">
          <h1>Credentials</h1>
          <Button color="primary" onClick={() => setOpen(true)}>
            Create admin key
          </Button>
        </div>
        <div role="tablist" className="bar">
          {TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={each === tab}
              onClick={() => setTab(each)}
            >
              {each}
            </button>
          ))}
        </div>
        <p className="muted">No {tab.toLowerCase()} in this workspace.</p>
        {isOpen && <CreateDialog kind="admin" onCancel={close} onCreate={close} />}
      </main>
    </div>
  );
}
