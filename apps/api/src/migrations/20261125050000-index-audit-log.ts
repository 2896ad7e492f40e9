/** The history of one thing is read beside it. */
export const up = 'create index audit_log_entity on audit_log (entity_id, at desc, id desc);';
