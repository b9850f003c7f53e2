-- Of booked interest split again: what its total would be over principal as known then. The booked total stays (rule F13), so the two are told side by side.
alter table adjustment_line add column computed numeric(38, 0);    -- null where the change left it as it was, and for what is not computed
