/**
 * `.github/workflows/site.yml`: checks each pull request, and publishes the main branch with GitHub Pages.
 * The whole history is fetched, since a post without a date gets that of its first commit. Version 3 of
 * the upload is used because later ones leave out `.well-known/`.
 */
export const workflow = `name: Site

on:
  push:
    branches: [main]
  pull_request:
  # Posts with a publishAt of their own appear at the next run.
  schedule:
    - cron: '17 5 * * *'
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: site-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm install --no-audit --no-fund
      - run: npx ibid check --format github

  publish:
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - id: pages
        uses: actions/configure-pages@v5
      - run: npm install --no-audit --no-fund
      # The address that Pages gives the site, so that links are right below a project's path too.
      - run: npx ibid build --format github --base "$BASE"
        env:
          BASE: \${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - id: deployment
        uses: actions/deploy-pages@v4
`
