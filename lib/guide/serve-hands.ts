import { offerHands } from './hands-door';
import { TOOLS } from './hands-tools';

/** The script that fills OpenAI's page in, on a person's press. */
export function serveHands(): void {
  offerHands(TOOLS);
}
