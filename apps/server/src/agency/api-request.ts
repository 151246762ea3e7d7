/** A request to the API, as far as sign-in looks at it. */
export interface ApiRequest {
  readonly id: string;
  /** The client's network address, for limits and the record of sign-ins; never logged. */
  readonly address: string;
  readonly browser: string | null;
  /** Whether the public address is https: decides the cookie's name and attributes. */
  readonly isSecure: boolean;
  readonly headers: Headers;
}
