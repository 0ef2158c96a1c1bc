import { auditLogAdmin } from './audit-log-admin';
import { bubble } from './bubble';
import { cloud8 } from './cloud8';
import { databricks } from './databricks';
import { doit } from './doit';
import { doppler } from './doppler';
import { finout } from './finout';
import { inference } from './inference';
import { infisical } from './infisical';
import { innoslateBoth, innoslateChat, innoslateImage } from './innoslate';
import { langchainDeepAgents } from './langchain-deep-agents';
import { nexla, nexlaDestination } from './nexla';
import {
  onePasswordSaasManager,
  onePasswordSaasManagerProvisioning,
} from './one-password-saas-manager';
import { phase } from './phase';
import { quolum, quolumUsage } from './quolum';
import { readOnly } from './read-only';
import type { Recipe } from './recipe';
import { usageAdmin } from './usage-admin';
import { vantage } from './vantage';

/** Every packaged recipe, in the order in which the picker shows them. */
export const CATALOGUE: readonly Recipe[] = [
  // The products whose users the guide was made for.
  doit,
  quolum,
  quolumUsage,
  bubble,
  nexla,
  nexlaDestination,
  innoslateBoth,
  innoslateChat,
  innoslateImage,
  // Others, A to Z.
  onePasswordSaasManager,
  onePasswordSaasManagerProvisioning,
  cloud8,
  databricks,
  doppler,
  finout,
  infisical,
  langchainDeepAgents,
  phase,
  vantage,
  // Without a product.
  inference,
  readOnly,
  usageAdmin,
  auditLogAdmin,
];

/** The packaged recipe with this id. */
export function recipeById(id: string | undefined): Recipe | undefined {
  return CATALOGUE.find((recipe) => recipe.id === id);
}
