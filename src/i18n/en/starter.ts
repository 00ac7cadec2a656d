/** What `kairanban init` asks, says, and writes into the files that it makes. */

/** What a form asks, and what to answer. */
type Asked = readonly [question: string, hint: string];

export const starter = {
  questions: {
    locale: 'The language of the portal',
    title: 'The name of the portal',
    products: 'Your products (names, or id=name, with commas between; they can wait)',
    badProducts: 'Expected the form `payroll=Payroll, Attendance`.',
    kinds: 'Kinds to have an example of',
  },
  /** The language's own name. */
  language: 'English',
  title: 'Knowledge portal',

  /** What each file is for, on one line. */
  purposes: {
    config: 'the name of the portal, its language, the products',
    example: (kind: string) => `an example: ${kind}`,
    workflow: 'checks pull requests, builds the portal, tells sales of releases',
    requestForm: 'a form in which sales and CS send in what customers ask for',
    feedbackForm: 'a form for whoever finds a mistake on a page',
    pullRequest: 'what to look at before a page is merged',
    owners: 'a sample: whose approval each folder needs',
    schema: 'lets editors explain kairanban.yaml',
    snippets: 'pages to fill in, in VS Code',
    extensions: 'the VS Code extension that shows the explanations',
    ignore: 'keeps out of Git what is built (portal/, .kairanban/, node_modules/), and rows that were not imported',
  },

  written: (count: number) => `${count} ${count === 1 ? 'file' : 'files'} written:`,
  nothing: 'Nothing to write: everything is there already.',
  kept: 'Left as they were, because they exist (delete one and run this again for a new one):',
  ignore: 'Add these lines to your `.gitignore`; rows that could not be imported may hold personal data:',
  noExamples: (content: string) => `There are pages in \`${content}\` already, so no examples were written.`,
  belowTop: (top: string, command: string) =>
    `GitHub reads .github only at the top of the repository, so it was left out here. For it, run \`${command}\` in \`${top}\`.`,
  next: 'Next:',
  steps: {
    look: (command: string) => `Look at the portal: \`${command}\``,
    write: (command: string) => `Write a page: \`${command}\``,
    replace: (command: string) =>
      `Put your own pages in the place of the examples, which are told to nobody. A new page begins with \`${command}\`.`,
    push: 'Commit and push. With the address of a Slack incoming webhook in the secret SLACK_WEBHOOK_URL, releases are told.',
  },
  example: (title: string) => `Example: ${title}`,
  exampleNote: 'An example. Write your own over it, or delete it.',
  exampleNotTold: 'An example. Write your own over it, or delete it. While its status is beta, nobody is told of it.',

  config: {
    about: [
      'Keep the line above: with it, editors explain each field and mark mistakes.',
      'To use a field that begins with "# ", take these two characters away.',
    ],
    timeZone: ['Where “today” is.'],
    timeZoneSample: 'timeZone: Europe/London',
    products: ['The products. On the left the id, which pages use; on the right the name, which readers see.'],
    productsSample: 'products: { payroll: Payroll, attendance: Attendance }',
    portal: ['The address of the portal, once it has one: messages then link to its pages.'],
    linked: ['Where the links “Edit this page” and “Out of date or unclear? Tell us” lead.'],
    lists: ['More lists, when you need them. The ids on pages are checked against the lists that stand here.'],
    listsSample: [
      'plans: { standard: Standard, pro: Pro }',
      'teams: { product: Product, pmm: Product marketing, sales: Sales, cs: Customer success }',
    ],
  },

  workflow: {
    about: 'Checks the content of pull requests. After a merge: builds the portal, then tells sales of new releases.',
    left: ['Pages with an error are left out of the portal. The last step says which, and fails once the news is out.'],
    build: 'Build the portal',
    deploy: [
      'Deploy the folder `portal` here, before the news goes out. It holds internal knowledge: only where your people',
      'sign in. GitHub Pages is public.',
    ],
    check: 'Check, and tell sales',
  },

  forms: {
    request: {
      name: 'A customer’s request',
      description: 'Tell product management of a problem that a customer has. One problem, one form.',
      title: 'Request: ',
      intro: 'Product managers read this and answer here. Please leave out the names and addresses of persons.',
      problem: [
        'What is the problem?',
        'When does it happen, and what does it cost the customer? Not the solution.',
      ] as Asked,
      wanted: ['What did the customer ask for?', 'In their own words, as far as you remember.'] as Asked,
      source: ['Where does it come from?', 'How you came to hear of it.'] as Asked,
      product: ['Which product?', 'As many as it concerns.'] as Asked,
      account: ['Which company?', 'The company only, no persons.'] as Asked,
      date: ['When did you hear it?', 'A day, such as 2026-11-21.'] as Asked,
      quote: ['What did they say?', 'A sentence to quote, if you have one.'] as Asked,
    },
    feedback: {
      name: 'A mistake in the portal',
      description: 'A page is out of date, wrong, or hard to understand.',
      title: 'Portal: ',
      page: ['Which page?', 'Its address, or its title.'] as Asked,
      wrong: ['What is wrong with it?', 'What you read, and why it cannot be right.'] as Asked,
      right: ['What should it say?', 'If you know. Leave it empty otherwise.'] as Asked,
    },
  },

  pullRequest: {
    what: 'What changes, and for whom?',
    look: 'Before this is merged',
    checks: [
      'The day (`date`) is the day on which customers can use it. Sales is told once this is merged and the day has come.',
      'Sales can say what stands under “For sales” as it is; “Do not promise” names what is not to be promised.',
      'Who may see it (`visibility`) is right, and no customer’s person is named.',
    ],
  },

  owners: {
    about: [
      'Whose approval a change of each folder needs. To use it, take the "# " at the beginning of a line away, and put',
      'a team of your organisation in the place of @your-organisation/…; the last line that fits a file counts.',
    ],
  },

  snippet: (kind: string) => `${kind}: a page to fill in`,
};
