/** The schema of pg-boss in the same database; an act's transaction reaches it. */
export const jobSchema = 'job';
