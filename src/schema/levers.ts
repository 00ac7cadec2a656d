/** The growth levers that a PRD or a release can pull. */
export const levers = ['acquisition', 'conversion', 'retention', 'expansion', 'activation', 'free-to-paid'] as const;
