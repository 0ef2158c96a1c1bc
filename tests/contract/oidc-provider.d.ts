/** The part of oidc-provider that the tests use; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Code {
    save(): Promise<string>;
  }
  interface Account {
    readonly accountId: string;
    claims(): { readonly sub: string };
  }
  export class Provider {
    constructor(
      issuer: string,
      configuration: Readonly<Record<string, unknown>> & {
        readonly findAccount: (context: unknown, id: string) => Account;
      },
    );
    callback(): RequestListener;
    readonly AccessToken: { find(token: string): Promise<object | undefined> };
    readonly DeviceCode: { findByUserCode(code: string): Promise<Code | undefined> };
    readonly Grant: new (grant: { readonly accountId: string; readonly clientId: string }) => {
      addOIDCScope(scope: string): void;
      save(): Promise<string>;
    };
  }
}
