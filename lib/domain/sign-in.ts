/** What the person types on GitHub's page, and what we ask with meanwhile. */
export interface DeviceCode {
  readonly deviceCode: string;
  readonly userCode: string;
  /** Where it is typed: on GitHub's own host, whatever was answered. */
  readonly page: string;
  /** The time between two questions, in milliseconds. */
  readonly interval: number;
  /** Epoch milliseconds. */
  readonly endsAt: number;
}

/** A signed-in person's token; without an end when the app's tokens have none. */
export interface GithubToken {
  readonly token: string;
  readonly refreshToken?: string;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
}

/** Where people sign in to a Vault by OIDC: its auth method's mount, `oidc` when none is named, and a role of it. */
export interface VaultLogin {
  readonly address: string;
  readonly namespace?: string | undefined;
  readonly oidcMount?: string | undefined;
  readonly oidcRole?: string | undefined;
}

/** A token of Vault's that somebody signed in for. */
export interface VaultToken {
  readonly token: string;
  /** Epoch milliseconds; missing when it has no end. */
  readonly expiresAt?: number;
}

/** Not allowed yet: how many milliseconds more to wait between two questions from now on. */
export interface NotYet {
  readonly slower: number;
}

/** Where people sign in to the GitHub whose API this is: github.com, a company's own host at ghe.com, or a server. */
export function signInOrigin(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host.replace(/^api\./, '')}`;
}
