"""What rules of several families look with: rows and names of a table, amounts, equations, pairs of projects."""
