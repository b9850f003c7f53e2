// A column of fields as a spreadsheet has it: Enter and the arrows go up and down in it and send nothing, and what is pasted goes on in the fields below.
'use strict';
(() => {
  const column = field => [...field.closest('tbody').querySelectorAll('input[name="' + field.name + '"]')];
  const isCell = field => field instanceof HTMLInputElement && (field.name === 'value' || field.name === 'newValue') && field.closest('table.typing') !== null;

  document.addEventListener('keydown', event => {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !isCell(event.target) || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const cells = column(event.target);
    const next = cells[cells.indexOf(event.target) + step];
    if (next) {
      next.focus();
      next.select();
    }
  });

  document.addEventListener('paste', event => {
    if (!isCell(event.target) || !event.clipboardData) {
      return;
    }
    const lines = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '').split(/\r?\n/);
    const cells = column(event.target);
    const from = cells.indexOf(event.target);
    if (lines.length < 2) {
      return;
    }
    event.preventDefault();
    // Lines without a field would be lost unseen, and names beside the amounts might stand in another order than here: nothing is filled then.
    const said = event.target.closest('form').querySelector('[data-pasted]');
    const wrong = lines.some(line => line.includes('\t')) ? said.dataset.twoColumns : lines.length > cells.length - from ? said.dataset.tooMany : '';
    if (!wrong) {
      lines.forEach((line, i) => { cells[from + i].value = line.trim(); });
      event.target.dispatchEvent(new Event('input', { bubbles: true }));
    }
    said.textContent = wrong;
    said.hidden = !wrong;
  });
})();
