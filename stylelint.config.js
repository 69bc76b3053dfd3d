/** Where colours are written down; everywhere else they are used by name. */
const TOKENS = ['src/renderer/styles/tokens*.css'];

const STEP = 'Sizes of type and steps of space are tokens: --type-*, --space-*.';

/** Sizes of type that have a token; a larger one is of one place. */
const SIZES = [/^1[2-8]px$/, /^2[26]px$/];

/** Steps of space that have a token; others (1px, 6px, 20px) are of one place. */
const STEPS = [/(?<![\w.])(?:4|8|12|16|24|32)px/];

export default {
  rules: {
    'block-no-empty': true,
    'color-no-hex': [true, { message: 'Colours are written in tokens.css and used by name.' }],
    'color-no-invalid-hex': true,
    'color-named': ['never', { message: 'Colours are written in tokens.css and used by name.' }],
    'declaration-property-value-disallowed-list': [
      { 'font-size': SIZES, '/^(?:padding|margin|gap|row-gap|column-gap)/': STEPS },
      { message: STEP },
    ],
    'declaration-block-no-duplicate-properties': [
      true,
      { ignore: ['consecutive-duplicates-with-different-syntaxes'] },
    ],
    'declaration-block-no-shorthand-property-overrides': true,
    'font-family-no-duplicate-names': true,
    'no-duplicate-at-import-rules': true,
    'no-duplicate-selectors': true,
    'no-invalid-double-slash-comments': true,
    'property-no-unknown': true,
    'selector-pseudo-class-no-unknown': true,
    'selector-pseudo-element-no-unknown': true,
    'unit-no-unknown': true,
  },
  overrides: [{ files: TOKENS, rules: { 'color-no-hex': null } }],
};
