import { Inject, Injectable } from '@nestjs/common';
import { type AgentSignIn, type Brand, BrandsService } from '../brands/index.js';
import { DomainError } from '../common/domain-error.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { aliasesOf } from '../connections/index.js';
import { type IssuerSource, ProviderClient } from '../outbound/index.js';
import { SignInFailed } from './sign-in-failed.js';

/** Where somebody signs in, and as whose client. */
export type SignInProvider = {
  /** How a log calls it. */
  readonly of: string;
  readonly issuer: IssuerSource & { readonly aliases: readonly string[] };
  readonly settings: AgentSignIn;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** It says of itself that it names itself in each answer: one without a name is not its own. RFC 9207, section 2.4. */
  readonly namesItself: boolean;
};
/** Where and as whom a brand's agents sign in. */
export type AgentProvider = SignInProvider & { readonly brand: Brand };

/** Brings a brand's settings and what its provider publishes together. */
@Injectable()
export class AgentProviders {
  constructor(
    private readonly brands: BrandsService,
    private readonly providers: ProviderClient,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async bySlug(slug: string): Promise<AgentProvider> {
    const brand = await this.brands.bySlug(slug).catch((error: unknown) => {
      if (error instanceof DomainError) throw new SignInFailed(error.code);
      throw error;
    });
    return this.of(brand);
  }

  async byId(brandId: string): Promise<AgentProvider> {
    return this.of(await this.brands.byId(brandId));
  }

  /** The service's own sign-in. Undefined: it has none. */
  async ofService(): Promise<SignInProvider | undefined> {
    const { signIn } = this.config;
    return signIn && this.reach('the service', signIn, {});
  }

  /** By the service's own sign-in, unless the brand has chosen another. */
  private async of(brand: Brand): Promise<AgentProvider> {
    const again = { brand: brand.slug };
    const settings = (await this.brands.agentSignIn(brand.id)) ?? this.config.signIn;
    if (!settings) throw new SignInFailed('agent_sign_in_failed', again);
    return { brand, ...(await this.reach(brand.slug, settings, again)) };
  }

  private async reach(of: string, settings: AgentSignIn, again: { brand?: string }): Promise<SignInProvider> {
    const url = settings.issuer;
    const source = { id: `agents of ${of}`, url, discovery: true, jwksUri: null, keys: null };
    const document = await this.providers.discover(source);
    if (!document.ok) throw new SignInFailed('service_unavailable', again);
    return {
      of,
      settings,
      issuer: { ...source, aliases: aliasesOf(url) },
      authorizationEndpoint: document.value.authorization_endpoint,
      tokenEndpoint: document.value.token_endpoint,
      namesItself: document.value['authorization_response_iss_parameter_supported'] === true,
    };
  }
}
