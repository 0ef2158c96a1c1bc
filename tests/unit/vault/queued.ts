import type { Delivery } from '@/lib/domain/delivery';

/** A delivery that was just queued. */
export function queued(id = 'one', more: Partial<Delivery> = {}): Delivery {
  return {
    id,
    itemId: 'item',
    destinationId: 'doit',
    operationId: 'operation',
    state: 'queued',
    attempt: 0,
    createdAt: 1,
    updatedAt: 1,
    ...more,
  };
}
