/** The package ships its schemas without types; they are only ever looked up by name. */
declare module 'discord-api-spec/zod';
