// The reader as a person meets it, by roles, labels and data attributes: the one place where tests name its parts.

export const framings = ['bargaining', 'security']

export function reader(page) {
  const root = page.locator('framing-reader')
  const switchGroup = root.getByRole('group', { name: /read/i })
  const part = {
    page,
    root,
    switchGroup,
    choice: framing => switchGroup.getByRole('button', { name: new RegExp(`^${framing}`, 'i') }),
    standfirsts: root.locator('[data-standfirst]'),
    paragraphs: root.locator('[data-line]'),
    names: root.locator('[data-actor][aria-expanded]'),
    card: root.getByRole('dialog'),
    notes: root.locator('[data-note]'),
    status: root.getByRole('status'),
  }
  return part
}
