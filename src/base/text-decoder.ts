/** The part of the web's TextDecoder that the core uses. Node and browsers both have it as a global; the core compiles without their types. */
export interface TextDecoding {
  readonly encoding: string;
  decode(input: Uint8Array, options?: { readonly stream?: boolean }): string;
}

interface TextDecoderConstructor {
  new (label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean }): TextDecoding;
}

/** A decoder for an encoding label of the WHATWG standard, or undefined when the runtime does not know the label. */
export function textDecoder(label: string, options?: { readonly fatal?: boolean }): TextDecoding | undefined {
  const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: TextDecoderConstructor };
  try {
    return new TextDecoder(label, options);
  } catch {
    return undefined;
  }
}
