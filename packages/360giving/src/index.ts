/** The package's own front door: what a program that uses it may call. */
export type { CheckResult } from './checks/run.ts';
export { allChecks, officialChecks, runChecks } from './checks/run.ts';
export { codelistErrors, codelists } from './codelists.ts';
export type { Converted } from './convert.ts';
export { convert, mendTexts, writeGrants } from './convert.ts';
export type { Difference } from './differences.ts';
export { DIFFERENCE_SENTENCES, differences } from './differences.ts';
export { headingFor, parseHeading } from './headings.ts';
export { NOTE_SENTENCES } from './notes.ts';
export { orgIdFor, orgIdProblem, splitOrgId } from './org-ids.ts';
export type { ContributionRecord, DatasetDetails, Published } from './publish/dataset.ts';
export { catalogueEntry, contributionRecords, publish } from './publish/dataset.ts';
export type { GateVerdict, HoldReason } from './publish/gate.ts';
export { HOLD_SENTENCES, looksLikeContact, publishGate } from './publish/gate.ts';
export { grantId, grantRecord, pounds } from './publish/grant.ts';
export type {
  Award,
  Contributor,
  DeiAnswers,
  DeiArea,
  GrantRecord,
  IndividualRecipient,
  OptionalPart,
  OrganisationRecipient,
  PublishedOrganisation,
  PublishingFund,
} from './publish/records.ts';
export { OPTIONAL_PARTS } from './publish/records.ts';
export type { FileKind, GrantFile } from './read.ts';
export { readGrants, readGrantsFile } from './read.ts';
export type { Report } from './report.ts';
export { followsStandard, report } from './report.ts';
export type { Finding, SentenceCode } from './sentences.ts';
export { SENTENCES } from './sentences.ts';
export type { Limits } from './sheets/cells.ts';
export { LIMITS } from './sheets/cells.ts';
export type { UnreadableReason } from './unreadable.ts';
export { UNREADABLE_SENTENCES, Unreadable } from './unreadable.ts';
export { grantErrors, isValidGrant, validate } from './validate.ts';
