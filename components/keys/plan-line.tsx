import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { DestinationView } from '@/lib/domain/views';
import { send } from '@/lib/messaging/client';
import { describeError } from '../message';
import { planWords } from './plan-words';

interface PlanLineProps {
  readonly itemId: string;
  readonly destination: DestinationView;
}

/** What sending a key there would do, as the destination itself says. Nothing is written for that. */
export function PlanLine({ itemId, destination }: PlanLineProps) {
  const { adapter, id: destinationId, label } = destination;
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    let isShown = true;
    const say = (words: string) => isShown && setSaid(words);
    void send('delivery/plan', { itemId, destinationId }).then(
      (plan) => say(planWords(plan, { adapter })),
      (error: unknown) => say(describeError(error)),
    );
    return () => {
      isShown = false;
    };
  }, [itemId, destinationId, adapter]);
  return (
    <span className="plan" aria-live="polite">
      {said ?? i18n.t('ui.plan.looking', [label])}
    </span>
  );
}
