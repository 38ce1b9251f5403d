/** Ids are strings: readable for entities (`country:FRA`, `person:kofi-annan`), hashes of content for everything that is read from text. */
export type ArticleId = string;
export type MentionId = string;
export type EntityId = string;
export type EventMentionId = string;
export type EventId = string;
export type RelationId = string;
