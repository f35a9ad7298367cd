/** Identifiers are plain strings whose meaning comes from the knowledge folder; aliases say which kind is meant. */
export type OptionId = string;
export type FrameworkId = string;
export type RequirementId = string;
export type SourceId = string;
export type RuleId = string;
