import { jsonOf, type Answer, type Question } from './http.ts';
import { USUAL_LOOK, type ProductLook } from './products/look.ts';

/** What a product has been given. The whole text, so that a test can compare it; pages are told its end. */
export interface KeptKey {
  readonly host: string;
  readonly value: string;
  /** The other fields of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The products' servers as a test sees them. */
export interface ProductsState {
  readonly kept: KeptKey[];
  look: ProductLook;
}

/** Products that have been given nothing. */
export function newProducts(): ProductsState {
  return { kept: [], look: USUAL_LOOK };
}

// A request to a model without a body costs nothing, and is refused for the body only where the key may ask.
const MODEL = 'https://api.openai.com/v1/chat/completions';

/** The servers behind the products' forms. Bubble's call asks OpenAI with the header as it was typed. */
export async function answerProducts(
  question: Question,
  state: ProductsState,
  fetcher: typeof fetch,
): Promise<Answer> {
  const { host, method, url } = question;
  const mine = state.kept.filter((each) => each.host === host);
  if (url.pathname === '/internal/look') {
    const kept = mine.map(({ value }) => value.slice(-4));
    return { status: 200, body: { ...state.look, kept } };
  }
  const { value = '', fields = {} } = (jsonOf(question) ?? {}) as Partial<KeptKey>;
  if (method !== 'POST') return { status: 404 };
  if (url.pathname === '/internal/keep' || url.pathname === '/internal/test') {
    state.kept.unshift({ host, value, fields });
  }
  if (url.pathname === '/internal/keep') return { status: 200, body: {} };
  if (url.pathname !== '/internal/test') return { status: 404 };
  const { status } = await fetcher(MODEL, { method: 'POST', headers: { authorization: value } });
  const passed = status !== 401 && status !== 403;
  return { status: 200, body: { passed, ...(passed ? {} : { reason: `status ${status}` }) } };
}
