import { useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  I18nProvider,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { i18n } from '#i18n';
import type { AppState } from '@/lib/domain/views';
import { NEWEST } from '../keys/key-hash';
import { language } from '../language';
import { message } from '../message';
import { usePlatform } from '../platform';
import { ActionError } from '../ui/action-error';
import { focusOnMount } from '../ui/focus';
import { useAction } from '../use-action';
import { useAnswer } from '../use-answer';
import { carryOut } from './carry-out';
import { commandsOf, keyCommand, type Command } from './commands';
import { find, MOST, type FoundGroup } from './find';
import './palette.css';

interface PaletteProps {
  readonly state: AppState;
  readonly onClose: () => void;
}

/** Goes anywhere and does anything by its name. Focus comes back to where it was when it closes. */
export function Palette({ state, onClose }: PaletteProps) {
  const platform = usePlatform();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const query = typed.trim().slice(0, 200);
  const { answer } = useAnswer('keys/list', { query, sort: NEWEST, offset: 0, limit: MOST });
  const keys = (answer?.keys ?? []).map((key) => keyCommand(key, message));
  const groups = find(commandsOf(state, message), keys, typed);
  const choose = async (id: string) => {
    const command = groups.flatMap(({ commands }) => commands).find((each) => each.id === id);
    if (command && (await action.run(() => carryOut(command, platform)))) onClose();
  };
  return (
    <I18nProvider locale={language()}>
      <ModalOverlay
        isOpen
        isDismissable
        className="palette-ground"
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Modal className="palette">
          {/* The library would add a style by this id, which our policy refuses: `palette.css` has it. */}
          <span hidden id="react-aria-pressable-style" />
          <Dialog aria-label={i18n.t('ui.palette.label')} className="palette-dialog">
            <Autocomplete inputValue={typed} onInputChange={setTyped}>
              <TextField className="palette-search" aria-label={i18n.t('ui.palette.label')}>
                <Input
                  className="input"
                  placeholder={i18n.t('ui.palette.hint')}
                  ref={focusOnMount}
                />
              </TextField>
              <ActionError error={action.error} />
              <p className="hidden" aria-live="polite">
                {answer && groups.length === 0 && i18n.t('ui.palette.none', [query])}
              </p>
              <Menu
                className="palette-list"
                aria-label={i18n.t('ui.palette.found')}
                items={groups}
                renderEmptyState={() => (
                  <span className="palette-none">{i18n.t('ui.palette.none', [query])}</span>
                )}
                onAction={(id) => void choose(String(id))}
              >
                {(each) => <Section found={each} />}
              </Menu>
            </Autocomplete>
            <p className="palette-keys" aria-hidden="true">
              {i18n.t('ui.palette.keys')}
            </p>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function Section({ found: { id, group, commands } }: { readonly found: FoundGroup }) {
  return (
    <MenuSection id={id} className="palette-group">
      <Header className="palette-title">{message(`ui.palette.group.${group}`)}</Header>
      <Collection items={commands}>{(command) => <Item command={command} />}</Collection>
    </MenuSection>
  );
}

function Item({ command: { id, title, detail, group } }: { readonly command: Command }) {
  return (
    <MenuItem id={id} textValue={title} className="palette-item">
      <span className={group === 'keys' ? 'mono' : undefined}>{title}</span>{' '}
      {detail !== undefined && <span className="quiet">{detail}</span>}
    </MenuItem>
  );
}
