declare module 'lunr' {
  type Builder = { field(name: string): void; add(document: object): void };
  type Index = { search(query: string): readonly { readonly ref: string }[] };
  export default function lunr(build: (this: Builder, builder: Builder) => void): Index;
}
